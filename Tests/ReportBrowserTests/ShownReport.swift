import Browser
import Foundation
import Report
import TestBrowser

/// The report of the battery maker in a browser, which all tests share: they run one after another.
///
/// The browser ends with the process.
@MainActor
enum ShownReport {
  /// What the report is of.
  static let input = ReportCase.findingsBeside.input

  private static let browser = Result {
    // Beside all the other tests a page of this length takes its time.
    try Browser(patience: .seconds(600))
  }
  private static let files = Result {
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: ShownReport.place) }
    return place
  }
  nonisolated private static var place: URL {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-report-\(ProcessInfo.processInfo.processIdentifier)")
  }
  private static let report = Result {
    let file = try files.get().appendingPathComponent("report.html").path
    try HTMLReport(input).render()
      .write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }

  /// A folder for what a test writes.
  static func folder() throws -> String { try files.get().path }

  private static let shown = Result { try browser.get().page() }
  private static let other = Result { try browser.get().page() }

  /// A page that shows something else.
  static func another() throws -> Page { try other.get() }

  /// The report, opened anew.
  static func page(_ size: ViewSize = .desktop, _ medium: Medium = Medium()) throws -> Page {
    let page = try shown.get()
    try page.resize(size)
    try page.emulate(medium)
    try page.open(file: report.get())
    try wait(page, for: input.chosen)
    return page
  }

  /// Waits until a plan is shown: one that was not shown before is unpacked first.
  static func wait(_ page: Page, for plan: Int) throws {
    let _: String = try page.value(
      of: """
        (async () => {
          const shown = () => document.getElementById("chosen").dataset.shown ?? "";
          for (let turn = 0; turn < 500 && shown() !== "\(plan)"; turn += 1) {
            await new Promise((done) => setTimeout(done, 10));
          }
          return shown();
        })()
        """)
  }

  /// The text of the page.
  static func html() throws -> String { try String(contentsOfFile: report.get(), encoding: .utf8) }

  /// The style of the fonts that the kept pictures have, whichever else are installed.
  static let usualFonts = "*{font-family:'Liberation Sans',Arial,sans-serif!important}"

  /// The report with the usual fonts.
  static func pictured(_ size: ViewSize = .desktop, _ medium: Medium = Medium()) throws -> Page {
    let page = try page(size, medium)
    try page.run(
      """
      const style = document.createElement("style");
      style.textContent = "\(usualFonts)";
      document.head.append(style);
      """)
    return page
  }
}
