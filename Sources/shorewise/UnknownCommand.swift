import ArgumentParser
import TextFiles

/// A command that there is not, such as `plann`; the parser would call it an unexpected argument.
struct UnknownCommand {
  /// Its name, as it was given.
  let name: String
  /// The commands that there are in its place.
  let known: [String]

  /// `nil` where the words name a command that there is, or none at all.
  init?(_ words: [String], of root: any ParsableCommand.Type = Shorewise.self) {
    var commands = root.configuration.subcommands
    for word in words {
      // The parser's own, which has the name of a command after it.
      if word == "help" { continue }
      guard !commands.isEmpty, !word.hasPrefix("-") else { return nil }
      guard let found = commands.first(where: { $0._commandName == word }) else {
        name = word
        known = commands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
        return
      }
      commands = found.configuration.subcommands
    }
    return nil
  }

  /// What to say of it.
  var error: ValidationError {
    ValidationError(
      "There is no command \(quoted(name)). "
        + Suggestion.cure(
          for: name, among: known, otherwise: "The commands are \(known.joined(separator: ", ")).")
    )
  }
}
