// Checks the browser, unpacks the program and starts it; shows a notice of index.html when that fails.
//
// With unpack.js before it, the first script of the page. It keeps to ES5, so that old browsers can read it and say that they are too old; what
// comes after it may be newer. It has no words of its own and never shows text from the program: a message could carry
// something from the user's file.
(function () {
  "use strict";

  function element(id) {
    return document.getElementById(id);
  }

  // Shows one notice. A page that has not started has nothing else to show.
  function notice(id) {
    var loading = element("loading");
    if (loading) {
      loading.hidden = true;
      loading.style.display = "none";
    }
    element(id).hidden = false;
    element(id).removeAttribute("hidden");
    if (window.scrollTo) {
      window.scrollTo(0, 0);
    }
  }

  // The program has stopped for good. What it showed stays in view, but takes no more input.
  function crash(message) {
    var place = /[\w.\/\\-]+\.rs:\d+(:\d+)?/.exec(String(message));
    if (place) {
      element("crash-code").textContent = place[0];
      element("crash-place").hidden = false;
    }
    element("app").setAttribute("inert", "");
    notice("crash");
  }

  // A trap of the program, or its stack used up; other errors are no reason to stop.
  function isTrap(error) {
    var trap = window.WebAssembly && WebAssembly.RuntimeError;
    return Boolean(error && ((trap && error instanceof trap) || /call stack|recursion/i.test(error.message)));
  }

  function crashOnTrap(error) {
    if (isTrap(error)) {
      crash("");
    }
  }

  // Chrome and Edge 97, Firefox 113, Safari 16.4: the last of these functions came with each of them, used here or not.
  function isRecent() {
    return Boolean(window.Promise && window.DecompressionStream && window.Response && Array.prototype.findLast);
  }

  // The packed program: in this page, with its style and script in front of it, or set by a script of its own.
  function packedProgram() {
    var block = element("wasm");
    var packed = { text: window.indikatorWasm, style: 0, glue: 0 };
    if (block) {
      block.parentNode.removeChild(block);
      packed = { text: block.textContent, style: Number(block.dataset.style), glue: Number(block.dataset.glue) };
    }
    delete window.indikatorWasm;
    return packed;
  }

  // An element of the page that the policy lets in by the hash of its text.
  function add(name, bytes) {
    if (bytes.length) {
      var added = document.createElement(name);
      added.textContent = new TextDecoder().decode(bytes);
      document.head.appendChild(added);
    }
  }

  function isForbidden(error) {
    return /content security policy|csp/i.test(error && error.message);
  }

  function start() {
    if (!isRecent()) {
      return notice("old");
    }
    if (!window.WebAssembly) {
      return notice("blocked");
    }
    var running = false;
    var packed = packedProgram();
    Promise.resolve()
      .then(function () {
        return indikatorUnpack(packed.text);
      })
      .then(function (bytes) {
        var program = packed.style + packed.glue;
        add("style", bytes.subarray(0, packed.style));
        add("script", bytes.subarray(packed.style, program));
        return WebAssembly.compile(bytes.subarray(program));
      })
      .then(function (module) {
        return wasm_bindgen({ module_or_path: module });
      })
      .then(function () {
        running = true;
        wasm_bindgen.run_app();
      })
      ["catch"](function (error) {
        if (running) {
          crash("");
        } else {
          notice(isForbidden(error) ? "blocked" : "damaged");
        }
      });
  }

  window.indikatorCrash = crash;
  window.addEventListener("error", function (event) {
    crashOnTrap(event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    crashOnTrap(event.reason);
  });
  element("crash-reload").addEventListener("click", function () {
    location.reload();
  });
  document.addEventListener("DOMContentLoaded", start);
})();
