<?php
// A cache of configuration callbacks: lookups in arrays in arrays, all with string keys.

function fill_cache($sections, $entries)
{
    $cache = [];
    for ($s = 0; $s < $sections; $s++) {
        for ($e = 0; $e < $entries; $e++) {
            $cache["section_$s"]["key_$e"] = [
                'callback' => ['class' => "Config$s", 'method' => "get$e"],
                'value' => $s * $entries + $e,
                'hits' => 0,
            ];
        }
    }
    return $cache;
}

function cache_get($cache, $section, $key, $default)
{
    if (!isset($cache[$section])) {
        return $default;
    }
    if (!isset($cache[$section][$key])) {
        return $default;
    }
    return $cache[$section][$key]['value'];
}

function cache_get_callback($cache, $section, $key)
{
    $callback = $cache[$section][$key]['callback'];
    return strlen($callback['class']) + strlen($callback['method']);
}

function bench_cache_get_scb($n)
{
    $cache = fill_cache(8, 32);
    $sections = ['section_0', 'section_3', 'section_7', 'section_none'];
    $keys = ['key_0', 'key_9', 'key_31', 'key_none', 'key_16'];
    $sum = 0;
    for ($i = 0; $i < $n; $i++) {
        $section = $sections[$i & 3];
        $key = $keys[$i % 5];
        $value = cache_get($cache, $section, $key, -1);
        $sum += $value;
        if ($value >= 0) {
            $sum += cache_get_callback($cache, $section, $key);
            $cache[$section][$key]['hits']++;
        }
    }
    return $sum + $cache['section_3']['key_9']['hits'];
}

$rounds = (int) ($argv[1] ?? 1);
$n = (int) ($argv[2] ?? 4000000);
for ($round = 1; $round <= $rounds; $round++) {
    $start = hrtime(true);
    $result = bench_cache_get_scb($n);
    $elapsed = hrtime(true) - $start;
    echo "round $round $elapsed $result\n";
}
