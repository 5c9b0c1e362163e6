--TEST--
goto: forward, backward, out of a loop
--FILE--
<?php
$n = 0;
again:
$n++;
if ($n < 3) {
    goto again;
}
for ($i = 0; $i < 10; $i++) {
    if ($i === 4) {
        goto out;
    }
}
out:
echo "$n $i\n";
goto end;
echo 'skipped';
end:
echo "end\n";
--EXPECT--
3 4
end
