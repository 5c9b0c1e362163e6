--TEST--
fwrite(STDERR): not in the output
--FILE--
<?php
fwrite(STDERR, "to stderr\n");
fprintf(STDOUT, "%s\n", 'to stdout');
file_put_contents('php://stdout', "through php://stdout\n");
echo "done\n";
--EXPECT--
to stdout
through php://stdout
done
