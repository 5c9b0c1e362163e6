--TEST--
functions: the default autoloader, and the list of autoloaders
--FILE--
<?php
class Loader { function __invoke($class) { echo "invoked for $class\n"; } static function load($class) { echo "static for $class\n"; } }
chdir(__DIR__);
mkdir('autoloaded');
file_put_contents('autoloaded/some.inc', '<?php namespace Autoloaded; class Some { const X = 1; }');
set_include_path('.');
var_dump(spl_autoload_extensions());
spl_autoload_register();
spl_autoload_register(new Loader);
spl_autoload_register(['Loader', 'load']);
spl_autoload_register('spl_autoload');
var_dump(spl_autoload_functions());
var_dump(Autoloaded\Some::X, class_exists('Autoloaded\Other'));
try { spl_autoload_register('spl_autoload_call'); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
var_dump(spl_autoload_unregister('spl_autoload'), spl_autoload_unregister('spl_autoload'), spl_autoload_unregister('spl_autoload_call'), spl_autoload_functions());
spl_autoload_extensions('.x');
var_dump(spl_autoload_extensions());
unlink('autoloaded/some.inc');
rmdir('autoloaded');
--EXPECT--
string(9) ".inc,.php"
array(3) {
  [0]=>
  string(12) "spl_autoload"
  [1]=>
  object(Loader)#1 (0) {
  }
  [2]=>
  array(2) {
    [0]=>
    string(6) "Loader"
    [1]=>
    string(4) "load"
  }
}
invoked for Autoloaded\Other
static for Autoloaded\Other
int(1)
bool(false)
spl_autoload_register(): Argument #1 ($callback) must not be the spl_autoload_call() function
bool(true)
bool(false)
bool(true)
array(0) {
}
string(2) ".x"
