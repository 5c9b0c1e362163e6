--TEST--
strings: htmlentities() and its like in other character sets
--FILE--
<?php
$bytes = '';
for ($i = 1; $i < 256; $i++) {
    $bytes .= chr($i);
}
$html = '&amp;&lt;&apos;&#39;&eacute;&euro;&#x80;&#0;&#13;&#x10ffff;&#x110000;&fjlig;&nvlt;&AMP;&amp&ampx;&#xFFFE;&#xD800;&#12;&Acy;&#x410;&#;&x;&TRADE;';
$sets = ['UTF-8', 'ISO-8859-1', 'cp1251', 'koi8-r', 'MacRoman', 'cp866', 'ISO-8859-5', 'ISO-8859-15', 'Windows-1252', 'BIG5', 'SJIS', 'EUC-JP', 'GB2312'];
foreach ($sets as $set) {
    echo "$set: ";
    foreach ([ENT_HTML401, ENT_XHTML, ENT_XML1, ENT_HTML5] as $document) {
        foreach ([ENT_NOQUOTES, ENT_QUOTES | ENT_SUBSTITUTE, ENT_IGNORE, ENT_DISALLOWED | ENT_SUBSTITUTE] as $flags) {
            $flags |= $document;
            $all = htmlspecialchars($bytes, $flags, $set) . @htmlentities($bytes . '&eacute;&apos;&#1;&x;', $flags, $set, false);
            $all .= @htmlentities("fj<\u{20d2}\xc2\"\xe2\x82x\xed\xa0\x80\x8f\xa1!\x81@", $flags, $set) . html_entity_decode($html, $flags, $set);
            echo substr(md5($all), 0, 4), ' ';
        }
    }
    echo count(get_html_translation_table(HTML_ENTITIES, ENT_QUOTES, $set)), "\n";
}
htmlentities('x', ENT_QUOTES, 'BIG5');
htmlspecialchars('x', ENT_QUOTES, 'nosuch');
html_entity_decode('x', ENT_QUOTES, 'nosuch');
ini_set('default_charset', 'ISO-8859-1');
var_dump(htmlentities("\xe9"), bin2hex(html_entity_decode('&eacute;')));
--EXPECTF--
UTF-8: a982 f090 177b 19f9 340c c8bb 7f04 d459 3311 6b7b 04ca a974 a1a4 8a65 2554 bd5a 253
ISO-8859-1: 4685 129a 4685 da2b 0060 aa2c 0060 2a00 a142 2bd5 a142 1082 92df 61ec 92df e7bd 101
cp1251: 6a22 4fa6 6a22 0684 8347 0a13 8347 b5c3 2da3 6ccb 2da3 b2ef aa4f bfaf aa4f d0a7 37
koi8-r: 58aa 060b 58aa efe2 306f a99d 306f 3ab2 467c 2e5d 467c 978d affd f35b affd 62da 15
MacRoman: 43a4 6b53 43a4 eca1 c201 bcf1 c201 9357 050c 6e24 050c 71b8 792b bfc6 792b f808 122
cp866: a315 cf50 a315 f823 1cf2 f346 1cf2 16c2 532e f761 532e 7153 2d9d 2dc2 2d9d ed3c 10
ISO-8859-5: e0c4 2dda e0c4 1dd7 090b 939f 090b d9da 698f eebc 698f af3b 3ccf 621a 3ccf 572d 8
ISO-8859-15: f063 3206 f063 e910 d0dc 648e d0dc 1807 a142 2bd5 a142 1082 288b 4aa0 288b dde1 99
Windows-1252: c3a3 b13f c3a3 5980 bba2 e3e3 bba2 dddc 050c 6e24 050c 71b8 4d51 4b6d 4d51 dbef 126
BIG5: a745 f1d6 1df4 e97a a745 443a 2c8c d29c a745 7c3d 148e 65d8 b725 7c86 7bf8 930b 5
SJIS: a745 8688 f158 ebfd a745 35b7 57fd 0cb6 a745 8a84 b7d1 dbb2 b725 86e9 6a3b 96de 5
EUC-JP: a745 0f4b ff68 c10a a745 0fc9 c961 daf7 a745 454a bad2 5756 b725 2c0a c02c 9a46 5
GB2312: a745 0f4b ff68 c10a a745 0fc9 c961 daf7 a745 454a bad2 5756 b725 2c0a c02c 9a46 5

Notice: htmlentities(): Only basic entities substitution is supported for multi-byte encodings other than UTF-8; functionality is equivalent to htmlspecialchars in %shtml_charsets.php on line 20

Warning: htmlspecialchars(): Charset "nosuch" is not supported, assuming UTF-8 in %shtml_charsets.php on line 21
string(8) "&eacute;"
string(2) "e9"
