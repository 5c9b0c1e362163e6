--TEST--
types: results are converted or refused
--FILE--
<?php
function i(): int { return "5"; }
function v(): void { return; }
function n(): ?string { return null; }
function wrong(): int { return "x"; }
function missing(): int {}
var_dump(i(), v(), n());
foreach (['wrong', 'missing'] as $f) {
    try {
        $f();
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
function never_returns(): never { throw new Exception('thrown'); }
try {
    never_returns();
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
int(5)
NULL
NULL
wrong(): Return value must be of type int, string returned
missing(): Return value must be of type int, none returned
thrown
