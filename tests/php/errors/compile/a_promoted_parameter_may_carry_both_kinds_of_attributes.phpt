--TEST--
What is for parameters only is no property's.
--FILE--
<?php
class A { function __construct(#[SensitiveParameter] public $x) {} }
echo "fine\n";
--EXPECT--
fine
