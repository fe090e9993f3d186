import ArgumentParser
import SupplyPlan
import TextFiles

/// A share as it is typed: `0.05` or `5%`.
///
/// Any text is taken at first, so that a wrong one is refused in words of its own, see ``check(_:_:such:)``.
struct Share: ExpressibleByArgument {
  /// Which shares an option takes.
  enum Bounds {
    /// 0 to 1.
    case whole
    /// 0 to below 1.
    case belowOne
    /// Above 0, to this.
    case aboveZero(Double)

    var words: String {
      switch self {
      case .whole: "from 0 to 1"
      case .belowOne: "from 0 to below 1"
      case .aboveZero(let most): "above 0 and at most \(NumberText.text(most))"
      }
    }

    func hold(_ value: Double) -> Bool {
      switch self {
      case .whole: value >= 0 && value <= 1
      case .belowOne: value >= 0 && value < 1
      case .aboveZero(let most): value > 0 && value <= most
      }
    }
  }

  private let text: String
  private let number: Double?

  init?(argument: String) {
    text = argument
    number = try? plainShare(argument)
  }

  /// A share that an option has by default.
  init(_ value: Double) {
    text = NumberText.text(value)
    number = value
  }

  var defaultValueDescription: String { text }

  /// What it is; of a checked one.
  var value: Double { number ?? .nan }

  /// Refuses what is no share within the bounds.
  ///
  /// - Parameters:
  ///   - option: the option's name.
  ///   - example: a share that it would take.
  func check(_ option: String, _ bounds: Bounds, such example: Double) throws {
    let examples = Self.spelled(example)
    guard let number else {
      throw ValidationError(
        "\(option) is \(quoted(text)), which is not a share; give a number \(bounds.words), such as \(examples)."
      )
    }
    if bounds.hold(number) { return }
    guard number > 1, bounds.hold(number / 100) else {
      throw ValidationError(
        "\(option) is \(text); give a share \(bounds.words), such as \(examples).")
    }
    throw ValidationError(
      """
      \(option) is \(text), but a share is \(bounds.words); for \(NumberText.text(number)) % \
      write \(Self.spelled(number / 100)).
      """)
  }

  private static func spelled(_ value: Double) -> String {
    // 0.07 times 100 is not quite 7.
    let percent = (value * 100 * 1e9).rounded() / 1e9
    return "\(NumberText.text(value)) or \(NumberText.text(percent))%"
  }
}

/// A cap on sales at risk.
struct RiskCapOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The cap on sales at risk, as a share of a year's sales: 0.05 or 5%.", valueName: "share"))
  var maxRisk: Share?

  func validate() throws { try maxRisk?.check("--max-risk", .whole, such: 0.05) }
}
