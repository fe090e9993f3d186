import Foundation
import TextFiles

/// Numbers as a terminal shows them.
package enum Text {
  /// Whole from 1000, with thousands separated; fewer digits where there are fewer.
  package static func number(_ value: Double) -> String {
    let magnitude = abs(value)
    if magnitude < 1000 { return String(format: "%.6g", value) }
    let digits = String(format: "%.0f", magnitude)
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return value < 0 ? "-" + grouped : grouped
  }

  /// One decimal, with thousands separated.
  package static func decimal(_ value: Double) -> String {
    let tenths = (abs(value) * 10).rounded()
    let whole = (tenths / 10).rounded(.down)
    let text = number(whole) + ".\(Int(tenths - 10 * whole))"
    return value < 0 && tenths > 0 ? "-" + text : text
  }

  /// Three significant digits, for what is estimated.
  package static func rounded(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return number(value) }
    let factor = pow(10, 2 - floor(log10(abs(value))))
    return number((value * factor).rounded() / factor)
  }

  /// A name on one line: what would end the line or act unseen is a blank, so that no name can look like a line of its own.
  package static func line(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: \.actsUnseen) else { return name }
    return String(
      String.UnicodeScalarView(name.unicodeScalars.map { $0.actsUnseen ? " " : $0 }))
  }

  /// A share as a percentage.
  package static func percent(_ share: Double) -> String { String(format: "%.2f %%", share * 100) }

  /// An uncertainty as a percentage; where bounds lie far below the box the figure itself says nothing.
  package static func uncertainty(_ share: Double) -> String {
    share > 1 ? "above 100 %" : percent(share)
  }
}

extension String {
  /// With spaces behind it, to be at least so long.
  package func padded(to length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }

  /// Without spaces at its end.
  package var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  /// With spaces before it, to be at least so long.
  package func leftPadded(to length: Int) -> String {
    String(repeating: " ", count: max(0, length - count)) + self
  }
}
