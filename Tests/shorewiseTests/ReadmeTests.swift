import Foundation
import Testing

/// What the project's README shows of the program is what the program prints.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter ReadmeTests` writes it anew.
@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `each command prints what stands below it`() throws {
    let place = Self.root.appendingPathComponent("README.md")
    var readme = try String(contentsOf: place, encoding: .utf8)
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    let scratch = try Scratch()
    var count = 0
    // Commands with what they print below them: blocks of code that follow one another.
    let blocks =
      /```sh\n(?<commands>(?:(?!```)[^\n]*\n)+)```\n\n```text\n(?<output>(?:(?!```)[^\n]*\n)+)```/
    for block in readme.matches(of: blocks).reversed() {
      // What is not the program itself, such as glpsol, need not be installed.
      let commands = block.output.commands.split(separator: "\n").map(String.init)
        .filter { $0.hasPrefix("$shorewise ") }
      let told = String(block.output.output)
      var output = ""
      for command in commands { output += try run(command, in: scratch) }
      if told.contains("…") {
        // Only some lines are shown.
        let lines = Set(Self.plain(output).split(separator: "\n"))
        let shown = Self.plain(told).split(separator: "\n").prefix { $0 != "…" }
        for line in shown { #expect(lines.contains(line), "\(line)") }
      } else if Self.plain(output) != Self.plain(told) {
        #expect(Self.plain(output) == Self.plain(told), "\(commands)")
        if isRecording {
          readme.replaceSubrange(
            block.output.output.startIndex..<block.output.output.endIndex, with: output)
        }
      }
      count += commands.count
    }
    #expect(count > 8)
    if isRecording { try readme.write(to: place, atomically: true, encoding: .utf8) }
  }

  /// What a command of the README prints, run in a folder of the test's own that looks like the project's: paths are told as they
  /// are typed.
  private func run(_ command: String, in scratch: Scratch) throws -> String {
    let datasets = scratch.path("datasets")
    if !FileManager.default.fileExists(atPath: datasets) {
      try FileManager.default.createSymbolicLink(
        atPath: datasets, withDestinationPath: Self.root.path + "/datasets")
    }
    let line = command.replacing("$shorewise ", with: "shorewise ")
    // A plan that an earlier command has written.
    if let match = command.firstMatch(of: /\$shorewise \w+ (tour\/[\w-]+)/) {
      let folder = scratch.path(String(match.output.1))
      if !FileManager.default.fileExists(atPath: folder) { try prepare(folder, in: scratch) }
    }
    return try Shorewise.shell("cd \"$1\"\n\(line)", [scratch.url.path]).output
  }

  /// Runs the command that writes a folder of the tour.
  private func prepare(_ folder: String, in scratch: Scratch) throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let name = "tour/" + (folder as NSString).lastPathComponent
    let command = try #require(
      readme.split(separator: "\n").first {
        $0.hasPrefix("$shorewise ") && $0.hasSuffix("-o \(name)")
      })
    _ = try run(String(command), in: scratch)
  }

  /// Without times, which no two runs have in common.
  private static func plain(_ text: String) -> String {
    text.replacing(/\d+(?:\.\d+)? s(?=[\n;,])/, with: "0.0 s")
  }
}
