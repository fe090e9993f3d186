import Foundation
import Testing

@testable import Report

@Suite struct RenderingTests {
  /// Writes the page where the environment asks for it, to look at.
  @Test func battery() throws {
    let page = try HTMLReport(BatteryPlans(BatteryTables.dataset()).input()).render()
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    if let path = ProcessInfo.processInfo.environment["REPORT_PREVIEW"] {
      try page.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }
}
