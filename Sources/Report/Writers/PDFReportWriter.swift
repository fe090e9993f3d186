package import Browser
package import Foundation
import SupplyPlan
package import TextFiles

/// Writes `report.pdf`: the page, as an installed Chromium prints it.
///
/// Colours are the light ones, whatever the system has; the plan that the report opens with is the one that is printed. The style sheet
/// keeps figures whole, a script makes those a little smaller that would else leave a sheet half empty, and the contents tell the sheets:
/// these are read off a first print, and its second is the file.
package struct PDFReportWriter: ReportWriter {
  private static let name = "report.pdf"

  private let paper: PaperSize
  private let program: Chromium

  /// - Throws: a fault with the line that installs a Chromium, where there is none.
  package init(paper: PaperSize) throws(Faults) {
    self.paper = paper
    do throws(BrowserError) { program = try Chromium.find() } catch {
      throw Self.fault(Self.name, error)
    }
  }

  package func write(_ input: ReportInput, of source: String, to output: String) throws(Faults)
    -> [String]
  {
    let text = try made(of: source) { try HTMLReport(input).render() }
    return [try write(text, name: Self.name, to: output)]
  }

  /// Prints a page into a file, and returns its path.
  package func write(_ html: String, name: String, to output: String) throws(Faults) -> String {
    let path = WholeFile.join(output, name)
    let pdf: Data
    do throws(BrowserError) { pdf = try printed(html) } catch { throw Self.fault(path, error) }
    try WholeFile.write(pdf, name: name, folder: output)
    return path
  }

  /// The PDF of a page.
  package func printed(_ html: String) throws(BrowserError) -> Data {
    let browser = try Browser(program)
    defer { browser.close() }
    let page = try browser.page()
    try page.show(html)
    let options = PrintOptions(paper: paper, footer: Self.footer)
    let room = options.room
    // As wide as a sheet, so that heights are those on it.
    try page.resize(ViewSize(width: Int(room.width), height: Int(room.height)))
    try page.emulate(Medium(.light, isPaper: true))
    let script = String(decoding: PackageResources.print_js, as: UTF8.self)
    try page.run("\(script)\nwindow.paper = paper;\npaper.prepare(\(room.height));")
    var pdf = try page.pdf(options)
    // Numbers have room from the start and move nothing; a third print is for the case that they do.
    for _ in 0..<2 {
      let sheets = PrintedPages.numbers(in: pdf)
      let isChanged: Bool = try page.value(of: "paper.number(\(Self.json(sheets)))")
      if !isChanged { break }
      pdf = try page.pdf(options)
    }
    return pdf
  }

  private static func json(_ sheets: [String: Int]) -> String {
    (try? JSONEncoder().encode(sheets)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// The title on the left, the page's number on the right.
  private static let footer = """
    <div style="width:100%;margin:0 15mm;display:flex;justify-content:space-between;gap:10mm;\
    font:8pt Arial,'Liberation Sans',sans-serif;color:#5b6672">\
    <span class="title" style="white-space:nowrap;overflow:hidden;text-overflow:ellipsis"></span>\
    <span style="white-space:nowrap"><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>
    """

  private static func fault(_ file: String, _ error: BrowserError) -> Faults {
    Faults([Fault(file: file, cause: "the report cannot be printed", cure: "\(error)")])
  }
}
