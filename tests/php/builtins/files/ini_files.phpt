--TEST--
files: parse_ini_string() and parse_ini_file() in their three modes
--FILE--
<?php
function parsed($text, $sections = false) {
    foreach ([INI_SCANNER_NORMAL, INI_SCANNER_RAW, INI_SCANNER_TYPED] as $mode) {
        echo json_encode(parse_ini_string($text, $sections, $mode)), "\n";
    }
}
parsed("a=1\nb = 2.5\nc=-3\nd=007\ne=1e3\nf=.5\ng=yes\nh = no \ni=null\nj=\"yes\"\nk='no'\nl=None;c\nm = 99999999999999999999\nn=\n");
parsed("a = E_ALL & ~E_NOTICE\nb = 1|2\nc=!1\nd=(1|4)&5\ne=5^1\nf=E_ALL\ng=nosuch\nh=PHP_INT_MAX x");
parsed("[s one]\na=1\n[ 2 ]\nb[]=x\nb[]=y\nb[k]=z\nb[ 'q q' ]=w\n[s one]\nc=3\n[3]\n1=2\n", true);
parsed("a = \"x \\\" y \\n \\\\ \\' \\q\"\nb='it'\nc=\"C:\\dir\\\"\nd = \"mult\niline\"\ne=x;comment\nf=\"x;y\" ; c\n");
putenv('INIVAR=value');
parsed("a=\${INIVAR}\nb=\"pre \${INIVAR} post\"\nd=x\${INIVAR}y z\ne=\${NOSUCHVAR}\n");
parsed("a b = c d  \n x.y = z\r\nw=1\n; c\n#x=1\nbare\na[b]=1\n");
parsed('a=b(c');
parsed('{}=x');
parsed('[x');
parsed('a="x');
var_dump(parse_ini_string('a=1', false, 3));
try { parse_ini_file(''); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
file_put_contents(__DIR__ . '/x.ini', "[one]\ntwo = three");
var_dump(parse_ini_file('nosuch.ini'), parse_ini_file(__DIR__ . '/x.ini', true));
unlink(__DIR__ . '/x.ini');
--EXPECTF--
{"a":"1","b":"2.5","c":"-3","d":"007","e":"1e3","f":".5","g":"1","h":"","i":"","j":"yes","k":"no","l":"","m":"99999999999999999999","n":""}
{"a":"1","b":"2.5","c":"-3","d":"007","e":"1e3","f":".5","g":"yes","h":"no","i":"null","j":"yes","k":"'no'","l":"None","m":"99999999999999999999","n":""}
{"a":1,"b":2.5,"c":-3,"d":7,"e":"1e3","f":0.5,"g":true,"h":false,"i":null,"j":"yes","k":"no","l":false,"m":"99999999999999999999","n":""}
{"a":"32759","b":"3","c":"0","d":"5","e":"4","f":"32767","g":"nosuch","h":"9223372036854775807 x"}
{"a":"E_ALL & ~E_NOTICE","b":"1|2","c":"!1","d":"(1|4)&5","e":"5^1","f":"E_ALL","g":"nosuch","h":"PHP_INT_MAX x"}
{"a":"32759","b":"3","c":"0","d":"5","e":"4","f":"32767","g":"nosuch","h":"9223372036854775807 x"}
{"s one":{"c":"3"}," 2 ":{"b":{"0":"x","1":"y","k":"z","q q":"w"}},"3":{"1":"2"}}
{"s one":{"c":"3"}," 2 ":{"b":{"0":"x","1":"y","k":"z","q q":"w"}},"3":{"1":"2"}}
{"s one":{"c":3}," 2 ":{"b":{"0":"x","1":"y","k":"z","q q":"w"}},"3":{"1":2}}
{"a":"x \" y \\n \\ \\' \\q","b":"it","c":"C:\\dir\\","d":"mult\niline","e":"x","f":"x;y"}

Warning: syntax error, unexpected '"' in Unknown on line 5
 in %sini_files.php on line 4
false
{"a":"x \" y \\n \\ \\' \\q","b":"it","c":"C:\\dir\\","d":"mult\niline","e":"x","f":"x;y"}
{"a":"value","b":"pre value post","d":"xvaluey z","e":""}
{"a":"${INIVAR}","b":"pre ${INIVAR} post","d":"x${INIVAR}y z","e":"${NOSUCHVAR}"}
{"a":"value","b":"pre value post","d":"xvaluey z","e":""}
{"a b":"c d","x.y":"z","w":"1","#x":"1","a":{"b":"1"}}
{"a b":"c d","x.y":"z","w":"1","#x":"1","a":{"b":"1"}}
{"a b":"c d","x.y":"z","w":1,"#x":1,"a":{"b":1}}

Warning: syntax error, unexpected '(' in Unknown on line 1
 in %sini_files.php on line 4
false
{"a":"b(c"}

Warning: syntax error, unexpected '(' in Unknown on line 1
 in %sini_files.php on line 4
false

Warning: syntax error, unexpected '{' in Unknown on line 1
 in %sini_files.php on line 4
false

Warning: syntax error, unexpected '{' in Unknown on line 1
 in %sini_files.php on line 4
false

Warning: syntax error, unexpected '{' in Unknown on line 1
 in %sini_files.php on line 4
false

Warning: syntax error, unexpected end of file, expecting ']' in Unknown on line 1
 in %sini_files.php on line 4
false

Warning: syntax error, unexpected end of file, expecting ']' in Unknown on line 1
 in %sini_files.php on line 4
false

Warning: syntax error, unexpected end of file, expecting ']' in Unknown on line 1
 in %sini_files.php on line 4
false

Warning: syntax error, unexpected end of file, expecting TC_DOLLAR_CURLY or TC_QUOTED_STRING or '"' in Unknown on line 1
 in %sini_files.php on line 4
false
{"a":"\"x"}

Warning: syntax error, unexpected end of file, expecting TC_DOLLAR_CURLY or TC_QUOTED_STRING or '"' in Unknown on line 1
 in %sini_files.php on line 4
false

Warning: Invalid scanner mode in %sini_files.php on line 18
bool(false)
parse_ini_file(): Argument #1 ($filename) cannot be empty

Warning: parse_ini_file(nosuch.ini): Failed to open stream: No such file or directory in %sini_files.php on line 21
bool(false)
array(1) {
  ["one"]=>
  array(1) {
    ["two"]=>
    string(5) "three"
  }
}
