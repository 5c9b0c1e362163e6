--TEST--
float: INF and NAN, their printing and comparison
--FILE--
<?php
echo INF, " ", -INF, " ", NAN, "\n";
var_dump(INF - INF, INF * 0, NAN == NAN, NAN === NAN, NAN < 1, INF == INF, 1e308 * 10);
var_dump(is_nan(NAN), is_infinite(-INF), is_finite(1.0));
--EXPECT--
INF -INF NAN
float(NAN)
float(NAN)
bool(false)
bool(false)
bool(false)
bool(true)
float(INF)
bool(true)
bool(true)
bool(true)
