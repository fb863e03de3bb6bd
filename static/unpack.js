// Turns the text of the packed program back into its bytes: text to packed bytes (base 91), and those to bytes (LZMA).
//
// Browsers can unpack gzip themselves, but what gzip makes of the program is a third bigger. ES5, as boot.js is.
var indikatorUnpack = (function () {
  "use strict";

  // Two characters are 13 bits, a last one is six. The characters are those of ASCII from "!" to "~" without three; any
  // other, such as a line break, means nothing.
  function packedBytes(text) {
    var values = new Int8Array(128).fill(-1);
    for (var code = 33, value = 0; code < 127; code += 1) {
      if (!/["<\\]/.test(String.fromCharCode(code))) {
        values[code] = value;
        value += 1;
      }
    }
    var bytes = new Uint8Array((text.length * 13) / 16 + 1);
    var length = 0;
    var bits = 0;
    var count = 0;
    var first = -1;
    function push(value, more) {
      bits = (bits << more) | value;
      for (count += more; count >= 8; length += 1) {
        count -= 8;
        bytes[length] = bits >> count;
      }
    }
    for (var i = 0; i < text.length; i += 1) {
      var next = values[text.charCodeAt(i)];
      if (!(next >= 0)) {
        continue;
      }
      if (first < 0) {
        first = next;
      } else {
        push(first * 91 + next, 13);
        first = -1;
      }
    }
    if (first >= 0) {
      push(first, 6);
    }
    return bytes.subarray(0, length);
  }

  // Where the probabilities of each kind of decision begin. For some there is one for each of the 12 states.
  var MATCH = 0;
  var REPEAT = 12;
  var NOT_LAST = 24;
  var NOT_SECOND = 36;
  var NOT_THIRD = 48;
  var LONG = 60;
  var SLOT = 72; // of the distance, four trees of 64
  var FAR = SLOT + 256; // the lower bits of middling distances
  var ALIGN = FAR + 128; // the last bits of great distances
  var LENGTH = ALIGN + 16; // two choices, two trees of 8, a tree of 256
  var REPEAT_LENGTH = LENGTH + 274;
  var LITERAL = REPEAT_LENGTH + 274; // 16 times (by the upper half of the byte before) three trees of 256

  // The bytes of an .lzma file of known length, made with lc = 4, lp = 0 and pb = 0. Throws if anything in it has changed:
  // what is left in the end is zero only if every step was taken as it was when packing.
  function decode(packed) {
    var output = new Uint8Array(new DataView(packed.buffer).getUint32(5, true));
    var chances = new Uint16Array(LITERAL + 16 * 768).fill(1024);
    var coder = new Uint32Array([-1, new DataView(packed.buffer).getUint32(14)]); // range and code
    var read = 18;
    var length = 0;
    var state = 0;
    var distances = [0, 0, 0, 0];

    // Takes `count` decisions down a tree; gives the bits taken, after a 1. With `mask` 256, there is another tree for each
    // bit of the byte `match`, until a bit is not as it is there.
    function tree(start, count, mask, match) {
      var range = coder[0];
      var code = coder[1];
      var node = 1;
      for (; count > 0; count -= 1) {
        match <<= 1;
        var at = start + mask + (match & mask) + node;
        var chance = chances[at];
        var bound = (range >>> 11) * chance;
        if (code < bound) {
          range = bound;
          chances[at] = chance + ((2048 - chance) >> 5);
          node <<= 1;
          mask &= ~match;
        } else {
          range -= bound;
          code -= bound;
          chances[at] = chance - (chance >> 5);
          node = (node << 1) | 1;
          mask &= match;
        }
        if (range < 0x1000000) {
          range = (range << 8) >>> 0;
          code = ((code << 8) | packed[read]) >>> 0;
          read += 1;
        }
      }
      coder[0] = range;
      coder[1] = code;
      return node;
    }

    function bit(at) {
      return tree(at - 1, 1, 0, 0) & 1;
    }

    // Bits from the lowest up, each decided in a tree.
    function reversed(start, count) {
      for (var value = 0, node = 1, i = 0; i < count; i += 1) {
        var one = bit(start + node);
        node = (node << 1) | one;
        value |= one << i;
      }
      return value;
    }

    // Bits without a tree, which are 0 as often as 1.
    function direct(count) {
      for (var value = 0; count > 0; count -= 1) {
        var half = coder[0] >>> 1;
        var one = coder[1] >= half ? 1 : 0;
        coder[0] = half;
        coder[1] -= one * half;
        value = (value << 1) | one;
        if (half < 0x1000000) {
          coder[0] = half << 8;
          coder[1] = (coder[1] << 8) | packed[read];
          read += 1;
        }
      }
      return value;
    }

    function matchLength(start) {
      if (!bit(start)) {
        return tree(start + 1, 3, 0, 0) - 8 + 2;
      }
      return bit(start + 1) ? tree(start + 17, 8, 0, 0) - 256 + 18 : tree(start + 9, 3, 0, 0) - 8 + 10;
    }

    function newDistance(length) {
      var slot = tree(SLOT + 64 * Math.min(length - 2, 3), 6, 0, 0) - 64;
      if (slot < 4) {
        return slot;
      }
      var low = (slot >> 1) - 1;
      var base = (2 | (slot & 1)) << low;
      if (slot < 14) {
        return base + reversed(FAR + base - slot, low);
      }
      return base + direct(low - 4) * 16 + reversed(ALIGN, 4);
    }

    function literal() {
      var before = length > 0 ? output[length - 1] : 0;
      var match = state < 7 ? 0 : output[length - distances[0] - 1];
      output[length] = tree(LITERAL + 768 * (before >> 4), 8, state < 7 ? 0 : 256, match);
      length += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    }

    function copy(count) {
      var from = length - distances[0] - 1;
      if (from < 0 || length + count > output.length) {
        throw new Error("damaged");
      }
      for (; count > 0; count -= 1) {
        output[length] = output[from];
        length += 1;
        from += 1;
      }
    }

    // Which of the last four distances is meant moves to the front.
    function repeated() {
      var which = !bit(NOT_LAST + state) ? 0 : !bit(NOT_SECOND + state) ? 1 : bit(NOT_THIRD + state) ? 3 : 2;
      distances.unshift(distances.splice(which, 1)[0]);
      return which;
    }

    while (length < output.length && read <= packed.length) {
      if (!bit(MATCH + state)) {
        literal();
      } else if (!bit(REPEAT + state)) {
        var count = matchLength(LENGTH);
        distances.unshift(newDistance(count));
        distances.pop();
        state = state < 7 ? 7 : 10;
        copy(count);
      } else if (repeated() === 0 && !bit(LONG + state)) {
        state = state < 7 ? 9 : 11;
        copy(1);
      } else {
        count = matchLength(REPEAT_LENGTH);
        state = state < 7 ? 8 : 11;
        copy(count);
      }
    }
    if (length < output.length || read !== packed.length || coder[1] !== 0) {
      throw new Error("damaged");
    }
    return output;
  }

  return function (text) {
    return decode(packedBytes(text));
  };
})();
