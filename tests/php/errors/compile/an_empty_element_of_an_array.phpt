--TEST--
The line is that of the element before.
--FILE--
<?php
$a = [
    1,
    2,
    ,
];
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use empty array elements in arrays in %san_empty_element_of_an_array.php on line 4
