"""PHP's random numbers: the Mersenne Twister with PHP's seeding and ranges, and the system's secure source."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import writable_array
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import array_from_list, new_array
from hippy.interpreter.objects.values import W_Int
from hippy.interpreter.rlib import streams
from hippy.interpreter.rlib.arithmetic import float_to_int, int_to_float, intmask, r_uint

MT_RAND_MT19937 = 0
MT_RAND_PHP = 1
SIZE = 624
SHIFT = 397
MASK_32 = 0xFFFFFFFF


class MersenneTwister(object):
    """MT19937. `legacy` is mt_srand's MT_RAND_PHP: PHP's old mistakes in generating numbers and in ranges."""
    _attrs_ = ('state', 'at', 'legacy')

    def __init__(self, seed, legacy):
        self.state = [0] * SIZE
        self.at = SIZE
        self.legacy = legacy
        value = seed & MASK_32
        self.state[0] = value
        for i in range(1, SIZE):
            value = (1812433253 * (value ^ (value >> 30)) + i) & MASK_32
            self.state[i] = value

    def mixed(self, far, here, following):
        low = here if self.legacy else following
        value = far ^ (((here & 0x80000000) | (following & 0x7FFFFFFF)) >> 1)
        if low & 1:
            value ^= 0x9908B0DF
        return value

    def reload(self):
        state = self.state
        for i in range(SIZE):
            state[i] = self.mixed(state[(i + SHIFT) % SIZE], state[i], state[(i + 1) % SIZE])
        self.at = 0

    def next_32(self):
        """The next number from 0 to 2**32 - 1."""
        if self.at >= SIZE:
            self.reload()
        value = self.state[self.at]
        self.at += 1
        value ^= value >> 11
        value ^= (value << 7) & 0x9D2C5680
        value ^= (value << 15) & 0xEFC60000
        return value ^ (value >> 18)

    def in_range(self, low, high):
        """A uniform number from low to high inclusive, by rejection (ext/standard/mt_rand.c php_mt_rand_range)."""
        span = r_uint(high) - r_uint(low)
        if span <= r_uint(MASK_32):
            return intmask(r_uint(low) + r_uint(self.below_32(intmask(span))))
        return intmask(r_uint(low) + self.below_64(span))

    def below_32(self, span):
        value = self.next_32()
        if span == MASK_32:
            return value
        size = span + 1
        if size & (size - 1) == 0:
            return value & (size - 1)
        limit = MASK_32 - (MASK_32 % size) - 1
        while value > limit:
            value = self.next_32()
        return value % size

    def next_64(self):
        low = r_uint(self.next_32())
        return low | (r_uint(self.next_32()) << r_uint(32))

    def below_64(self, span):
        value = self.next_64()
        every = r_uint(-1)
        if span == every:
            return value
        size = span + r_uint(1)
        if size & (size - r_uint(1)) == r_uint(0):
            return value & (size - r_uint(1))
        limit = every - (every % size) - r_uint(1)
        while value > limit:
            value = self.next_64()
        return value % size

    def scaled(self, low, high):
        """MT_RAND_PHP's way to a range, which is not uniform."""
        fraction = int_to_float(self.next_32() >> 1) / 2147483648.0     # float division
        return low + float_to_int((int_to_float(high) - int_to_float(low) + 1.0) * fraction)


def secure_bytes(size):
    """Bytes of the system's random source."""
    fd = streams.open_file('/dev/urandom', streams.O_RDONLY, 0)
    try:
        data = ''
        while len(data) < size:
            data += streams.read(fd, size - len(data))
        return data
    finally:
        streams.close(fd)


def secure_64():
    value = r_uint(0)
    for c in secure_bytes(8):
        value = (value << r_uint(8)) | r_uint(ord(c))
    return value


def generator(ctx):
    """The context's generator; seeded by the system when the script did not."""
    if ctx.random is None:
        ctx.random = MersenneTwister(intmask(secure_64() & r_uint(MASK_32)), False)
    return ctx.random


# -- mt_rand and rand -----------------------------------------------------------------------------------------------------

def seed_generator(ctx, w_seed, mode):
    seed = intmask(secure_64())
    if isinstance(w_seed, W_Int):
        seed = w_seed.intval
    ctx.random = MersenneTwister(seed, mode == MT_RAND_PHP)


@builtin('mt_srand(int $seed = ?, int $mode = MT_RAND_MT19937): void')
def mt_srand(ctx, w_seed, mode):
    seed_generator(ctx, w_seed, mode)


@builtin('srand(int $seed = ?, int $mode = MT_RAND_MT19937): void')
def srand(ctx, w_seed, mode):
    seed_generator(ctx, w_seed, mode)


@builtin('mt_rand(int $min = ?, int $max = ?): int')
def mt_rand(ctx, w_min, w_max):
    random = generator(ctx)
    if w_min is None:
        return random.next_32() >> 1
    if w_max is None:
        raise ctx.error('ArgumentCountError', 'mt_rand() expects exactly 2 arguments, 1 given')
    assert isinstance(w_min, W_Int)
    assert isinstance(w_max, W_Int)
    if w_max.intval < w_min.intval:
        raise ctx.error('ValueError', 'mt_rand(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)')
    return common_range(random, w_min.intval, w_max.intval)


@builtin('rand(int $min = ?, int $max = ?): int')
def rand(ctx, w_min, w_max):
    random = generator(ctx)
    if w_min is None:
        return random.next_32() >> 1
    if w_max is None:
        raise ctx.error('ArgumentCountError', 'rand() expects exactly 2 arguments, 1 given')
    assert isinstance(w_min, W_Int)
    assert isinstance(w_max, W_Int)
    low = w_min.intval
    high = w_max.intval
    if high < low:
        low = w_max.intval
        high = w_min.intval
    return common_range(random, low, high)


def common_range(random, low, high):
    if random.legacy:
        return random.scaled(low, high)
    return random.in_range(low, high)


@builtin('mt_getrandmax(): int')
def mt_getrandmax(ctx):
    return 2147483647


@builtin('getrandmax(): int')
def getrandmax(ctx):
    return 2147483647


@builtin('lcg_value(): float')
def lcg_value(ctx):
    return int_to_float(intmask(secure_64() >> r_uint(11))) / 9007199254740992.0    # float division


# -- the secure source ----------------------------------------------------------------------------------------------------

@builtin('random_bytes(int $length): string')
def random_bytes(ctx, length):
    if length < 1:
        raise ctx.error('ValueError', 'random_bytes(): Argument #1 ($length) must be greater than 0')
    return secure_bytes(length)


@builtin('random_int(int $min, int $max): int')
def random_int(ctx, low, high):
    if low > high:
        raise ctx.error('ValueError', 'random_int(): Argument #1 ($min) must be less than or equal to argument #2 ($max)')
    span = r_uint(high) - r_uint(low)
    every = r_uint(-1)
    value = secure_64()
    if span == every:
        return intmask(value)
    size = span + r_uint(1)
    limit = every - (every % size)
    while value >= limit:
        value = secure_64()
    return intmask(r_uint(low) + value % size)


# -- shuffling ------------------------------------------------------------------------------------------------------------

@builtin('shuffle(array &$array): true')
def shuffle(ctx, array_ref):
    w_array = writable_array(array_ref)
    random = generator(ctx)
    values = w_array.values()
    left = len(values) - 1
    while left > 0:
        k = random.in_range(0, left)
        if k != left:
            w = values[left]
            values[left] = values[k]
            values[k] = w
        left -= 1
    w_array.become(array_from_list(values))


@builtin('str_shuffle(string $string): string')
def str_shuffle(ctx, string):
    random = generator(ctx)
    chars = [c for c in string]
    left = len(chars) - 1
    while left > 0:
        k = random.in_range(0, left)
        if k != left:
            c = chars[left]
            chars[left] = chars[k]
            chars[k] = c
        left -= 1
    return ''.join(chars)


@builtin('array_rand(array $array, int $num = 1): array|string|int')
def array_rand(ctx, w_array, num):
    size = w_array.count()
    if size == 0:
        raise ctx.error('ValueError', 'array_rand(): Argument #1 ($array) cannot be empty')
    random = generator(ctx)
    if num == 1:
        return w_array.key_at(nth_position(w_array, random.in_range(0, size - 1)))
    if num <= 0 or num > size:
        raise ctx.error('ValueError', (
            'array_rand(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)'))
    inverted = num > size >> 1
    chosen = [False] * size
    missing = size - num if inverted else num
    while missing > 0:
        k = random.in_range(0, size - 1)
        if not chosen[k]:
            chosen[k] = True
            missing -= 1
    w_keys = new_array(num)
    number = 0
    pos = w_array.next_pos(0)
    while pos >= 0:
        if chosen[number] != inverted:
            w_keys.append(w_array.key_at(pos))
        number += 1
        pos = w_array.next_pos(pos + 1)
    return w_keys


def nth_position(w_array, number):
    pos = w_array.next_pos(0)
    while number > 0:
        number -= 1
        pos = w_array.next_pos(pos + 1)
    return pos
