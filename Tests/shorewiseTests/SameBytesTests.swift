import Foundation
import TestDatasets
import Testing

/// The same input gives the same output, byte for byte but for the seconds, in every run and on any number of threads.
@Suite struct SameBytesTests {
  /// Every file below a folder, by its path there, without what a clock has said.
  private func contents(_ folder: String) throws -> [String: String] {
    var contents: [String: String] = [:]
    let paths = try #require(FileManager.default.enumerator(atPath: folder))
    for case let path as String in paths {
      let file = folder + "/" + path
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      contents[path] = String(decoding: data, as: UTF8.self)
        .replacing(/"seconds" ?: [0-9.e-]+/, with: "")
        .replacing(/(monolith|decomposition)<\/td><td class="n">[0-9.]+</, with: "")
    }
    return contents
  }

  private static let commands: [[String]] =
    ["monolith", "decomposition"].flatMap { method in
      [
        ["plan", "--method", method], ["plan", "--method", method, "--minimise", "risk"],
        ["frontier", "--method", method, "--points", "5"],
      ]
    } + [["alternatives"]]

  @Test(arguments: commands)
  func `outputs are equal`(_ command: [String]) throws {
    let scratch = try Scratch(Cases.small)
    var all: [[String: String]] = []
    for (run, threads) in [1, 2, 1].enumerated() {
      let output = scratch.path("out\(run)")
      let words = [command[0], scratch.path("data")] + command.dropFirst()
      let outcome = try Shorewise.run(words + ["--threads", "\(threads)", "-o", output])
      try #require(outcome.status == 0, "\(outcome.error)")
      if command[0] == "frontier" { try #require(Shorewise.run(["report", output]).status == 0) }
      all.append(try contents(output))
    }
    #expect(!all[0].isEmpty)
    #expect(differing(all[0], all[1]) == [], "\(command), two threads")
    #expect(differing(all[0], all[2]) == [], "\(command), again")
  }

  /// The paths of files that are not the same in both, and where they begin to differ.
  private func differing(_ first: [String: String], _ second: [String: String]) -> [String] {
    Set(first.keys).union(second.keys).sorted().compactMap { path in
      guard let old = first[path], let new = second[path] else { return "\(path) is missing" }
      guard old != new else { return nil }
      let same = zip(old, new).prefix { $0 == $1 }.count
      return "\(path): \(old.dropFirst(max(0, same - 30)).prefix(60))"
    }
  }
}
