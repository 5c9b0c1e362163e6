<?php
// There is a return in try and something in finally. Who has the last word?

function unchanged()
{
    $value = 'from try';
    try {
        return $value;
    } finally {
        $value = 'changed too late';
        echo 'finally runs, ';
    }
}

function overridden()
{
    try {
        throw new Exception('lost without a trace');
    } finally {
        return 'from finally';
    }
}

echo unchanged(), "\n";
echo overridden(), "\n";

// The value of a return is computed before finally runs, so a later assignment does not reach it.
// But a return in finally replaces whatever was on its way: a value, or an exception.
