--TEST--
f(): an unknown name
--FILE--
<?php
foreach (['nowhere', 'A::nowhere'] as $name) {
    try {
        $name();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
try {
    nowhere_at_all(1);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
Call to undefined function nowhere()
Class "A" not found
Call to undefined function nowhere_at_all()
