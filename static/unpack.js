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

  // LZMA, by the program of xtask/src/bundle/unpack, in whose memory the packed bytes and then the others are put.
  function unpacked(packed) {
    return WebAssembly.instantiate(packedBytes("{{unpack}}")).then(function (program) {
      var memory = program.instance.exports.memory;
      var size = new DataView(packed.buffer).getUint32(5, true);
      var start = memory.buffer.byteLength;
      memory.grow(Math.ceil((packed.length + size) / 65536));
      new Uint8Array(memory.buffer, start).set(packed);
      if (!program.instance.exports.unpack(start, packed.length, start + packed.length, size)) {
        throw new Error("damaged");
      }
      return new Uint8Array(memory.buffer, start + packed.length, size);
    });
  }

  return function (text) {
    return unpacked(packedBytes(text));
  };
})();
