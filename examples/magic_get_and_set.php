<?php
// When are __get and __set called, and when not?

class Record
{
    public $plain = 'plain';
    private $hidden = 'hidden';
    private array $data = [];

    public function __get($name)
    {
        echo "[get $name] ";
        return $this->data[$name] ?? null;
    }

    public function __set($name, $value)
    {
        echo "[set $name] ";
        $this->data[$name] = $value;
    }

    public function __isset($name)
    {
        echo "[isset $name] ";
        return isset($this->data[$name]);
    }

    public function __unset($name)
    {
        echo "[unset $name] ";
        unset($this->data[$name]);
    }

    public function inside()
    {
        return $this->hidden;
    }
}

$record = new Record();
echo $record->plain, "\n";
echo var_export($record->hidden, true), ' ', $record->inside(), "\n";
$record->size = 1;
$record->size++;
echo $record->size, "\n";
var_dump(isset($record->size), isset($record->nothing), empty($record->size));
unset($record->size);
echo $record->size ?? 'gone', "\n";
unset($record->plain);
echo var_export($record->plain, true), "\n";

// Only for what cannot be reached from there: undeclared, private from outside, or unset. ++ is a get
// and a set; ?? and empty() ask __isset first.
