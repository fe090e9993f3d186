import Foundation
import Testing

@testable import Browser

/// Which program is taken.
@Suite struct ChromiumTests {
  @Test func `the named one first`() throws {
    #expect(
      try Chromium.find(environment: ["SHOREWISE_CHROMIUM": "/bin/sh", "PATH": "/usr/bin"]).path
        == "/bin/sh")
  }

  @Test func `the usual names in the folders of PATH`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-tests-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["google-chrome", "chromium-browser"] {
      _ = FileManager.default.createFile(
        atPath: folder.appendingPathComponent(name).path, contents: Data(),
        attributes: [.posixPermissions: 0o755])
    }
    // A folder and a file that nobody may run are no programs.
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("chromium"), withIntermediateDirectories: false)
    let found = try Chromium.find(environment: ["PATH": "/nowhere:\(folder.path)"])
    #expect(found.path == "\(folder.path)/chromium-browser")
  }

  @Test(arguments: [[:], ["PATH": "/nowhere"], ["PATH": "", "SHOREWISE_CHROMIUM": ""]])
  func `none`(_ environment: [String: String]) throws {
    let error = #expect(throws: BrowserError.notInstalled) {
      try Chromium.find(environment: environment)
    }
    #expect(error?.description.contains("sudo apt-get install chromium") == true)
  }

  @Test(arguments: ["/nowhere/chromium", "/tmp"])
  func `a name that is no program`(_ path: String) throws {
    #expect(throws: BrowserError.noProgram(path: path)) {
      try Chromium.find(environment: ["SHOREWISE_CHROMIUM": path, "PATH": "/usr/bin"])
    }
  }

  @Test(arguments: [("/bin/false", ""), ("/bin/cat", "unrecognized option")])
  func `a program that is no browser`(_ path: String, _ words: String) throws {
    let error = #expect(throws: BrowserError.self) { try Browser(Chromium(path: path)) }
    guard case .ended(let log)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(words.isEmpty ? log.isEmpty : log.contains(words))
  }

  @Test func `one that never answers`() throws {
    let script = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-tests-\(UUID().uuidString).sh")
    defer { try? FileManager.default.removeItem(at: script) }
    // Written by another process: a file that is open here for writing while another test starts a program cannot be run.
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = [
      "-c", #"printf '#!/bin/sh\nexec sleep 60\n' > "$0" && chmod 755 "$0""#, script.path,
    ]
    try writer.run()
    writer.waitUntilExit()
    let start = ContinuousClock.now
    #expect(throws: BrowserError.late(what: "Browser.getVersion", seconds: 0.2)) {
      try Browser(Chromium(path: script.path), patience: .milliseconds(200))
    }
    #expect(start.duration(to: .now) < .seconds(10))
  }
}
