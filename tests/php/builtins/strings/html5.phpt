--TEST--
strings: the entities of HTML 5
--FILE--
<?php
echo htmlentities("a.b/c_d (é, ü) fj <\u{20d2} =\u{20e5} \t\n 'q'", ENT_QUOTES | ENT_HTML5), "\n";
echo html_entity_decode('&period;&NewLine;&AMP;&lang;&angsph;&Afr;&NotEqualTilde;&nosuch;&hearts;', ENT_HTML5), "\n";
echo html_entity_decode('&period;&AMP;&lang;&hearts;&thetasym;'), "\n";
$table = get_html_translation_table(HTML_ENTITIES, ENT_HTML5 | ENT_QUOTES);
echo count($table), ' ', md5(serialize($table)), "\n";
$lost = 0;
foreach ($table as $text => $entity) {
    $lost += html_entity_decode($entity, ENT_HTML5 | ENT_QUOTES) !== (string) $text || htmlentities($text, ENT_HTML5 | ENT_QUOTES) !== $entity;
}
var_dump($lost);
--EXPECT--
a&period;b&sol;c&lowbar;d &lpar;&eacute;&comma; &uuml;&rpar; &fjlig; &nvlt; &bne; &Tab;&NewLine; &apos;q&apos;
.
&⟨∢𝔄≂̸&nosuch;♥
&period;&AMP;〈♥ϑ
1511 622c2e4e6b3102b086773ddd3735fb54
int(0)
