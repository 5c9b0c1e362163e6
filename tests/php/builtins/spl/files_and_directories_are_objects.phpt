--TEST--
SplFileInfo, SplFileObject, SplTempFileObject, the directory iterators, dir()
--FILE--
<?php
$d = sys_get_temp_dir() . '/hippy_spl_' . getmypid(); mkdir($d); mkdir("$d/sub"); file_put_contents("$d/a.txt", "one\ntwo\n\nfour\n"); file_put_contents("$d/sub/b.csv", "x,1\n\"y z\",2\n");
$i = new SplFileInfo("$d/a.txt"); var_dump($i->getFilename(), $i->getExtension(), $i->getBasename('.txt'), $i->getSize(), $i->isFile(), $i->isDir(), $i->getType(), $i->getPath() === $d, (string)$i === "$d/a.txt", $i->getPathInfo()->isDir());
try { (new SplFileInfo('/nope/x'))->getSize(); } catch (RuntimeException $e) { echo $e->getMessage(), "\n"; }
$f = $i->openFile(); foreach ($f as $n => $line) echo $n, ':', json_encode($line), ' '; echo "\n";
$f->setFlags(SplFileObject::DROP_NEW_LINE | SplFileObject::READ_AHEAD | SplFileObject::SKIP_EMPTY); foreach ($f as $n => $line) echo $n, ':', json_encode($line), ' '; echo "\n";
$f->setFlags(0); $f->seek(1); echo $f->key(), $f->current(), $f->fgets(), $f->ftell(), $f->eof() ? 'end' : 'more', "\n";
$c = new SplFileObject("$d/sub/b.csv"); $c->setFlags(SplFileObject::READ_CSV | SplFileObject::READ_AHEAD | SplFileObject::SKIP_EMPTY | SplFileObject::DROP_NEW_LINE); foreach ($c as $row) echo json_encode($row); echo "\n";
$t = new SplTempFileObject; $t->fwrite("l1\nl2\n"); $t->fputcsv(['a', 'b c', 'd"e']); $t->rewind(); foreach ($t as $line) echo json_encode($line); echo $t->getPathname(), "\n";
try { new SplFileObject("$d/none"); } catch (RuntimeException $e) { echo str_replace($d, 'D', $e->getMessage()), "\n"; }
try { new SplFileObject($d); } catch (LogicException $e) { echo $e->getMessage(), "\n"; }
$names = []; foreach (new DirectoryIterator($d) as $e) { if (!$e->isDot()) $names[] = $e->getFilename() . ($e->isDir() ? '/' : ''); } sort($names); echo implode(' ', $names), "\n";
$names = []; foreach (new FilesystemIterator($d) as $k => $e) $names[] = get_class($e) . ' ' . substr($k, strlen($d)); sort($names); echo implode(', ', $names), "\n";
$names = []; $r = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($d, FilesystemIterator::SKIP_DOTS), RecursiveIteratorIterator::SELF_FIRST); foreach ($r as $p => $e) $names[] = $r->getDepth() . $r->getSubPathname(); sort($names); echo implode(' ', $names), "\n";
$g = new GlobIterator("$d/*.txt"); echo count($g), $g->current()->getFilename(), "\n";
try { new DirectoryIterator("$d/none"); } catch (Exception $e) { echo get_class($e), str_replace($d, 'D', $e->getMessage()), "\n"; }
$h = dir($d); $names = []; while (($n = $h->read()) !== false) $names[] = $n; sort($names); echo implode(' ', $names), $h->path === $d ? '=' : '!', get_class($h), "\n"; $h->close();
unlink("$d/a.txt"); unlink("$d/sub/b.csv"); rmdir("$d/sub"); rmdir($d); print_r(new SplFileInfo('x/y.z')); var_dump(isset(spl_classes()['SplFileObject']));
--EXPECT--
string(5) "a.txt"
string(3) "txt"
string(1) "a"
int(14)
bool(true)
bool(false)
string(4) "file"
bool(true)
bool(true)
bool(true)
SplFileInfo::getSize(): stat failed for /nope/x
0:"one\n" 1:"two\n" 2:"\n" 3:"four\n" 4:"" 
0:"one" 1:"two" 2:"four" 
1two

9more
["x","1"]["y z","2"]
"l1\n""l2\n""a,\"b c\",\"d\"\"e\"\n"php://temp
SplFileObject::__construct(D/none): Failed to open stream: No such file or directory
Cannot use SplFileObject with directories
a.txt sub/
SplFileInfo /a.txt, SplFileInfo /sub
0a.txt 0sub 1sub/b.csv
1a.txt
UnexpectedValueExceptionDirectoryIterator::__construct(D/none): Failed to open directory: No such file or directory
. .. a.txt sub=Directory
SplFileInfo Object
(
    [pathName:SplFileInfo:private] => x/y.z
    [fileName:SplFileInfo:private] => y.z
)
bool(true)
