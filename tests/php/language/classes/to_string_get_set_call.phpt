--TEST--
magic methods: __get, __set, __isset, __unset, __call, __callStatic
--FILE--
<?php
class Magic {
    private $data = ['a' => 1];
    function __get($name) { echo "get $name\n"; return $this->data[$name] ?? null; }
    function __set($name, $value) { echo "set $name\n"; $this->data[$name] = $value; }
    function __isset($name) { echo "isset $name\n"; return isset($this->data[$name]); }
    function __unset($name) { echo "unset $name\n"; unset($this->data[$name]); }
    function __call($name, $args) { return "$name(" . implode(',', $args) . ')'; }
    static function __callStatic($name, $args) { return "static $name"; }
}
$m = new Magic;
$m->b = 2;
var_dump($m->a, $m->b, isset($m->a), isset($m->zz), empty($m->a), $m->zz ?? 'default');
unset($m->a);
$m->b += 5;
var_dump($m->b, $m->anything(1, 2), Magic::other());
--EXPECT--
set b
get a
get b
isset a
isset zz
isset a
get a
isset zz
int(1)
int(2)
bool(true)
bool(false)
bool(false)
string(7) "default"
unset a
get b
set b
get b
int(7)
string(13) "anything(1,2)"
string(12) "static other"
