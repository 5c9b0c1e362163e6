--TEST--
addslashes(), htmlspecialchars(), strip_tags(), urlencode()
--FILE--
<?php
var_dump(addslashes("a'b\"c\\"), stripslashes('a\\\'b'), htmlspecialchars('<a href="x">T\'s & </a>'), html_entity_decode('&lt;&amp;&#39;&gt;'), strip_tags('<b>bold</b> text'), urlencode('a b&c=d/é'), rawurlencode('a b'), urldecode('a+b%20c'), quotemeta('1+1=2?'));
--EXPECT--
string(9) "a\'b\"c\\"
string(3) "a'b"
string(53) "&lt;a href=&quot;x&quot;&gt;T&#039;s &amp; &lt;/a&gt;"
string(4) "<&'>"
string(9) "bold text"
string(20) "a+b%26c%3Dd%2F%C3%A9"
string(5) "a%20b"
string(5) "a b c"
string(8) "1\+1=2\?"
