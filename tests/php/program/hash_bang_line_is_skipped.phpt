--TEST--
#! in the first line
--FILE--
#!/usr/bin/env php
<?php
echo __LINE__, "\n";
--EXPECT--
3
