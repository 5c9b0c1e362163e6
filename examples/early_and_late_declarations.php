<?php
// A function may be called before it is declared. Always? And a class?

echo early(), "\n";

function early(): string
{
    return 'declared with the file';
}

var_dump(function_exists('late'));
if (true) {
    function late(): string
    {
        return 'declared when reached';
    }
}
echo late(), "\n";

var_dump(class_exists('Plain'), class_exists('Child'), class_exists('Conditional'));

class Plain
{
}

class Child extends Plain
{
}

if (PHP_VERSION_ID > 80000) {
    class Conditional extends Plain
    {
    }
}
var_dump(class_exists('Conditional'), (new Child()) instanceof Plain);

function outer(): void
{
    function inner(): string
    {
        return 'there after the first call of outer()';
    }
}
var_dump(function_exists('inner'));
outer();
echo inner(), "\n";

// What stands at the top level of a file is there from its first line on; what stands in braces comes
// to be when it is reached.
