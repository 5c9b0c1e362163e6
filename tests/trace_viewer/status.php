<?php
echo $argv[1], "\n";
exit((int) $argv[1]);
