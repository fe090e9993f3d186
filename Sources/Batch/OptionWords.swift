/// The options of a command as they are typed, brought into one order: how a user happens to type them makes no other
/// run of it.
public struct OptionWords: Sendable, Equatable {
  private struct Option: Equatable {
    var name: String
    var values: [String]
  }
  private let options: [Option]

  /// - Parameter words: options with their values, as `--gap 0.01` or `--gap=0.01`; nothing stands before the first.
  public init(_ words: [String]) {
    var options: [Option] = []
    for word in words {
      if word.hasPrefix("--") {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        options.append(Option(name: parts[0], values: Array(parts.dropFirst())))
      } else if options.isEmpty {
        options.append(Option(name: word, values: []))
      } else {
        options[options.count - 1].values.append(word)
      }
    }
    // Of one name they keep their order, which may have a meaning.
    self.options = options.enumerated().sorted {
      ($0.element.name, $0.offset) < ($1.element.name, $1.offset)
    }.map(\.element)
  }

  /// The words of all but the options of a name.
  public func words(without name: String) -> [String] {
    Self.words(options.filter { $0.name != name })
  }

  /// The words of the options of a name.
  public func words(of name: String) -> [String] { Self.words(options.filter { $0.name == name }) }

  private static func words(_ options: [Option]) -> [String] {
    options.flatMap { [$0.name] + $0.values }
  }
}
