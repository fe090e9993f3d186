/// A rule of how elements of figures look.
///
/// It is told once: ``FigureStyles`` makes of it the page's style sheet, and what stands in attributes where there is none.
package struct StyleRule: Sendable {
  /// An element, and those around it, as a rule finds them.
  package struct Match: Sendable, ExpressibleByStringLiteral {
    let name: String?
    let classes: [String]

    /// An element of any name with a class.
    package init(stringLiteral name: String) { self.init(nil, [name]) }

    private init(_ name: String?, _ classes: [String]) {
      self.name = name
      self.classes = classes
    }

    /// An element of any name with all of the classes.
    package static func all(_ classes: String...) -> Match { Match(nil, classes) }

    /// A drawing.
    package static let svg = Match("svg", [])
    /// An element with this name, and with the classes.
    package static func element(_ name: String, _ classes: String...) -> Match {
      Match(name, classes)
    }

    var css: String { (name ?? "") + classes.map { "." + $0 }.joined() }

    func fits(_ element: (name: String, classes: Set<String>)) -> Bool {
      (name == nil || name == element.name) && classes.allSatisfy(element.classes.contains)
    }
  }

  /// A value of a property.
  package enum Value: Sendable, Equatable, ExpressibleByStringLiteral {
    /// A keyword, or a colour as `#rrggbb`.
    case word(String)
    /// A colour of the page's own, by the name of its variable.
    case variable(String)
    /// A colour on light paper as `#rrggbb`, and ``ColourScale/dark(of:)`` it in the dark.
    case shade(String)
    /// What stands on a shade, black or white: whichever stands out more, on light paper and in the dark.
    case onShade(String)
    case number(Double)
    case pixels(Double)
    case numbers([Double])

    package init(stringLiteral word: String) { self = .word(word) }

    var css: String {
      switch self {
      case .word(let word): word
      case .variable(let name): "var(--\(name))"
      case .shade, .onShade: "light-dark(\(light), \(dark))"
      case .number(let number): Self.text(number)
      case .pixels(let number): Self.text(number) + "px"
      case .numbers(let numbers): numbers.map(Self.text).joined(separator: " ")
      }
    }

    /// The colour on light paper.
    private var light: String {
      switch self {
      case .shade(let hex): hex
      case .onShade(let hex): ColourScale.ink(on: hex)
      default: css
      }
    }

    /// The colour in the dark.
    private var dark: String {
      switch self {
      case .shade(let hex): ColourScale.dark(of: hex)
      case .onShade(let hex): ColourScale.ink(on: ColourScale.dark(of: hex))
      default: css
      }
    }

    /// The values to write one after another: a browser takes the last one that it understands.
    fileprivate var steps: [String] { light == css ? [css] : [light, css] }

    /// The value without units, its variable replaced.
    func plain(_ variables: [String: String]) -> String {
      switch self {
      case .variable(let name): variables[name] ?? "#000000"
      case .pixels(let number): Self.text(number)
      case .shade, .onShade: light
      case .word, .number, .numbers: css
      }
    }

    private static func text(_ number: Double) -> String {
      number == number.rounded() ? String(Int(number)) : String(number)
    }
  }

  /// A property with its value.
  package struct Declaration: Sendable {
    package let property: String
    package let value: Value

    package init(_ property: String, _ value: Value) {
      self.property = property
      self.value = value
    }

    var css: String { value.steps.map { "\(property):\($0)" }.joined(separator: ";") }
  }

  /// The element last, each other one around those behind it.
  let chain: [Match]
  package let declarations: [Declaration]

  package init(_ chain: Match..., look declarations: [Declaration]) {
    self.chain = chain
    self.declarations = declarations
  }

  /// How particular it is: its classes, then its names.
  var specificity: [Int] {
    [chain.reduce(0) { $0 + $1.classes.count }, chain.count { $0.name != nil }]
  }

  /// Whether it finds the last of elements, each the parent of the next.
  func finds(_ elements: [(name: String, classes: Set<String>)]) -> Bool {
    guard let own = chain.last, let element = elements.last, own.fits(element) else { return false }
    // Nearest first: what fits nearer leaves more for those further out.
    var rest = elements.dropLast()
    for match in chain.dropLast().reversed() {
      guard let index = rest.lastIndex(where: match.fits) else { return false }
      rest = rest[..<index]
    }
    return true
  }

  var css: String {
    let selector = chain.map(\.css).joined(separator: " ")
    return "\(selector){\(declarations.map(\.css).joined(separator: ";"))}\n"
  }
}

extension StyleRule.Declaration {
  package static func fill(_ value: StyleRule.Value) -> Self { Self("fill", value) }
  package static func stroke(_ value: StyleRule.Value) -> Self { Self("stroke", value) }
  package static func strokeWidth(_ width: Double) -> Self { Self("stroke-width", .number(width)) }
  package static func strokeOpacity(_ share: Double) -> Self {
    Self("stroke-opacity", .number(share))
  }
  package static func dashes(_ lengths: Double...) -> Self {
    Self("stroke-dasharray", .numbers(lengths))
  }
  package static func lineCap(_ cap: StyleRule.Value) -> Self { Self("stroke-linecap", cap) }
  package static func lineJoin(_ join: StyleRule.Value) -> Self { Self("stroke-linejoin", join) }
  package static func fontSize(_ size: Double) -> Self { Self("font-size", .pixels(size)) }
  package static func fontWeight(_ weight: Double) -> Self { Self("font-weight", .number(weight)) }
  package static let hidden = Self("visibility", "hidden")
  package static let visible = Self("visibility", "visible")
}
