--TEST--
compile error: goto nowhere
--FILE--
<?php
goto nowhere;
--EXIT--
255
--EXPECTF--

Fatal error: 'goto' to undefined label 'nowhere' in %sundefined_label.php on line 2
