--TEST--
+= ++ .= on elements
--FILE--
<?php
$a = ['n' => 1, 's' => 'x', 'deep' => ['n' => [5]]];
$a['n'] += 10;
$a['n']++;
$a['s'] .= 'y';
$a['deep']['n'][0] *= 2;
$a['deep']['n'][0]--;
var_dump($a['n']++, --$a['n']);
echo json_encode($a), "\n";
$a['new']++;
$a['text'] .= 'appended';
echo json_encode($a), "\n";
--EXPECTF--
int(12)
int(12)
{"n":12,"s":"xy","deep":{"n":[9]}}

Warning: Undefined array key "new" in %snested_updates.php on line 10

Warning: Undefined array key "text" in %snested_updates.php on line 11
{"n":12,"s":"xy","deep":{"n":[9]},"new":1,"text":"appended"}
