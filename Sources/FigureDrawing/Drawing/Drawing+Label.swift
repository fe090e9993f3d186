extension Drawing {
  /// A name in as many lines as it takes, up to `most`, around the height `middle`.
  ///
  /// - Parameters:
  ///   - width: the width of a line.
  ///   - size: of the type that the class asks for.
  package mutating func label(
    _ text: String, _ x: Double, middle: Double, width: Double, size: Double, most: Int = 2,
    class style: String, anchor: Anchor = .start
  ) {
    let lines = TextWidth.lines(text, size: size, width: width, most: most)
    for (number, line) in lines.enumerated() {
      let shift = (Double(number) - Double(lines.count - 1) / 2) * Self.pitch(size)
      self.text(line, x, middle + size * 0.33 + shift, class: style, anchor: anchor)
    }
  }

  /// The height from line to line of a label.
  package static func pitch(_ size: Double) -> Double { size + 0.5 }
}

extension TextWidth {
  /// The width of the widest of `texts`.
  package static func widest(_ texts: some Sequence<String>, size: Double) -> Double {
    texts.reduce(0) { max($0, of($1, size: size)) }
  }

  /// How many lines of `width` the longest of `texts` takes, up to `most`.
  package static func mostLines(
    _ texts: some Sequence<String>, size: Double, width: Double, most: Int = 2
  ) -> Int {
    texts.reduce(1) { max($0, lines($1, size: size, width: width, most: most).count) }
  }
}
