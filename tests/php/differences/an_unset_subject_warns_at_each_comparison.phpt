--TEST--
match and an unset variable: a warning for each comparison that is made
--FILE--
<?php
echo match ($unset) {
    1, 2, 3 => 'a number',
    default => 'something else',
}, "\n";
--EXPECTF--

Warning: Undefined variable $unset in %san_unset_subject_warns_at_each_comparison.php on line 2
something else
--OURS--

Warning: Undefined variable $unset in %s on line 3

Warning: Undefined variable $unset in %s on line 3

Warning: Undefined variable $unset in %s on line 3
something else
--WHY--
Where all conditions are ints or strings, PHP looks them up in a table and reads the variable once; where they are not, it warns for
each comparison, as Hippy does always.
