--TEST--
An unset subject of match and switch warns at each comparison, on the line that PHP gives it
--FILE--
<?php
function matched() {
    return match ($value) {
        1 => 'one',
    };
}
try {
    matched();
} catch (UnhandledMatchError $e) {
    echo $e->getMessage(), "\n";
}
switch ($subject) {
    case 'word':
    case NAN:
    case -1:
    case PHP_INT_MAX:
    case [1, 2]:
    default:
        echo "default\n";
}
switch ($subject) {
    case -1:

    case PHP_INT_MAX:
    case 1 + 2:
    case 'x':
    case -2:
}
--EXPECTF--

Warning: Undefined variable $value in %sunset_subjects_warn_where_they_are_compared.php on line 4
Unhandled match case NULL

Warning: Undefined variable $subject in %sunset_subjects_warn_where_they_are_compared.php on line 13

Warning: Undefined variable $subject in %sunset_subjects_warn_where_they_are_compared.php on line 12

Warning: Undefined variable $subject in %sunset_subjects_warn_where_they_are_compared.php on line 15

Warning: Undefined variable $subject in %sunset_subjects_warn_where_they_are_compared.php on line 16

Warning: Undefined variable $subject in %sunset_subjects_warn_where_they_are_compared.php on line 17
default

Warning: Undefined variable $subject in %sunset_subjects_warn_where_they_are_compared.php on line 21

Warning: Undefined variable $subject in %sunset_subjects_warn_where_they_are_compared.php on line 21

Warning: Undefined variable $subject in %sunset_subjects_warn_where_they_are_compared.php on line 21

Warning: Undefined variable $subject in %sunset_subjects_warn_where_they_are_compared.php on line 26

Warning: Undefined variable $subject in %sunset_subjects_warn_where_they_are_compared.php on line 27
