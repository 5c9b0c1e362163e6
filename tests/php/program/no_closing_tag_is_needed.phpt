--TEST--
the end of a file without ?>
--FILE--
<?php
echo 'end';
--EXPECT--
end
