public import Browser

/// A key that moves or chooses.
public enum Key: String, Sendable, CaseIterable {
  /// The arrow to the left.
  case arrowLeft = "ArrowLeft"
  /// The arrow up.
  case arrowUp = "ArrowUp"
  /// The arrow to the right.
  case arrowRight = "ArrowRight"
  /// The arrow down.
  case arrowDown = "ArrowDown"
  /// To what can be used next.
  case tab = "Tab"
  /// Uses what has the focus.
  case enter = "Enter"
  /// Uses what has the focus, or turns the page.
  case space = " "
  /// Leaves.
  case escape = "Escape"
  /// To the start.
  case home = "Home"
  /// To the end.
  case end = "End"

  /// The number that the protocol knows it by.
  var code: Int {
    switch self {
    case .tab: 9
    case .enter: 13
    case .escape: 27
    case .space: 32
    case .end: 35
    case .home: 36
    case .arrowLeft: 37
    case .arrowUp: 38
    case .arrowRight: 39
    case .arrowDown: 40
    }
  }

  /// What it writes.
  var text: String? {
    switch self {
    case .enter: "\r"
    case .space: " "
    default: nil
    }
  }
}

extension Page {
  /// Presses a key and lets go of it, as a reader does: whatever has the focus gets it.
  ///
  /// - Throws: ``BrowserError``.
  public func press(_ key: Key, withShift isShifted: Bool = false) throws(BrowserError) {
    var content: [String: Any] = [
      "type": key.text == nil ? "rawKeyDown" : "keyDown", "key": key.rawValue,
      "code": key == .space ? "Space" : key.rawValue, "windowsVirtualKeyCode": key.code,
      "nativeVirtualKeyCode": key.code, "modifiers": isShifted ? 8 : 0,
    ]
    content["text"] = key.text
    try command("Input.dispatchKeyEvent", content)
    content["type"] = "keyUp"
    content["text"] = nil
    try command("Input.dispatchKeyEvent", content)
  }

  /// Clicks at a point of what is seen, CSS pixels.
  ///
  /// - Throws: ``BrowserError``.
  public func click(x: Double, y: Double) throws(BrowserError) {
    try move(x: x, y: y)
    for type in ["mousePressed", "mouseReleased"] {
      try command(
        "Input.dispatchMouseEvent",
        ["type": type, "x": x, "y": y, "button": "left", "clickCount": 1])
    }
  }

  /// Moves the pointer to a point of what is seen, CSS pixels.
  ///
  /// - Throws: ``BrowserError``.
  public func move(x: Double, y: Double) throws(BrowserError) {
    try command("Input.dispatchMouseEvent", ["type": "mouseMoved", "x": x, "y": y])
  }

  /// Clicks at the middle of the element that a selector finds, once it is in sight.
  ///
  /// - Throws: ``BrowserError/script(reason:)`` where there is none or it has no size, and others.
  public func click(_ selector: String) throws(BrowserError) {
    let middle: [Double] = try value(
      of: """
        ((element) => {
          if (!element) { throw new Error("no element is " + \(selector.quotedForScript)); }
          element.scrollIntoView({ block: "center", behavior: "instant" });
          const box = element.getBoundingClientRect();
          if (!(box.width > 0 && box.height > 0)) { throw new Error("nothing to click on"); }
          return [box.x + box.width / 2, box.y + box.height / 2];
        })(document.querySelector(\(selector.quotedForScript)))
        """)
    try click(x: middle[0], y: middle[1])
  }
}

extension String {
  /// The text as a string of a script.
  var quotedForScript: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
