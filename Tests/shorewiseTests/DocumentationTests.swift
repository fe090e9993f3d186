import Foundation
import Testing

/// What the README and the article on the command line say of the project is so.
@Suite struct DocumentationTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The targets that `Package.swift` declares, each with the project's own targets that it depends on.
  private static func targets() throws -> [String: Set<String>] {
    let target =
      /\.(?:target|executableTarget|systemLibrary)\(\s*name: "(?<name>\w+)"(?:,\s*dependencies: \[(?<others>[^\]]*)\])?/
    var targets: [String: Set<String>] = [:]
    for match in try text("Package.swift").matches(of: target)
    where !match.output.name.hasPrefix("Test") {
      let others = match.output.others.map { $0.matches(of: /"(\w+)"/).map { String($0.output.1) } }
      targets[String(match.output.name)] = Set(others ?? [])
    }
    return targets
  }

  @Test func `the table of targets is that of the package`() throws {
    var told: [String: Set<String>] = [:]
    for match in try Self.text("README.md").matches(of: /\n\| `(\w+)` \| [^|]* \| ([^|\n]*)\|/) {
      told[String(match.output.1)] = Set(
        match.output.2.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
          .filter { !$0.isEmpty })
    }
    let targets = try Self.targets()
    #expect(targets.count > 25)
    #expect(Set(told.keys) == Set(targets.keys))
    for (name, others) in targets {
      #expect(told[name] == others, "\(name)")
    }
  }

  /// Rows of a table of the article on the command line: the options that each names, and the commands that have them.
  private static func rows() throws -> [(options: String, commands: [String])] {
    let article = try text("Sources/shorewise/shorewise.docc/CommandLine.md")
    return article.matches(of: /\n\| (`-(?:\\\||[^|])*?) \| ([^|]*) \|/).map {
      (String($0.output.1), $0.output.2.components(separatedBy: ", "))
    }
  }

  /// Of every command, as its own help has them.
  @Test func `every option stands in the article, with its commands`() throws {
    let rows = try Self.rows()
    let help = try Shorewise.run(["--help"]).output
    let commands = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }
      .compactMap { $0.firstMatch(of: /^\ \ ([a-z]+)\s/).map { String($0.output.1) } }
    #expect(commands.count > 15)
    for command in commands {
      let help = try Shorewise.run(["help", command]).output
      if help.contains("SUBCOMMANDS") { continue }
      for option in help.matches(of: /\n  (?:(-\w), )?(--[a-z][a-z-]*)(?:\/(--[a-z-]+))?/) {
        let (short, long, negative) = (option.output.1, option.output.2, option.output.3)
        // Of a pair the one that is not the default is enough.
        let names = [short, long, negative].compactMap(\.self).map(String.init)
        let isTold = rows.contains { row in
          names.contains { row.options.contains("`\($0)`") || row.options.contains("`\($0) ") }
            && (row.commands.contains(command) || row.commands == ["all"])
        }
        #expect(isTold, "\(command) \(names)")
      }
    }
  }
}
