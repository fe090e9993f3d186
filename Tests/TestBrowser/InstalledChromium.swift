import Browser
import Foundation
public import Testing

/// Whether tests with a real browser run: where none is installed they are skipped, unless they are required.
public enum InstalledChromium {
  /// Whether one is there, or must be.
  public static let isThere = (try? Chromium.find()) != nil || isRequired
  /// What a skipped test says.
  public static let absence: Comment = "no Chromium is installed: sudo apt-get install chromium"

  /// Whether `pdftoppm` and `pdftotext` are there too, which show what is in a PDF, or must be.
  public static let canReadPDF = isThere && (PDFFile.hasReaders || isRequired)
  /// What a test of a PDF says that is skipped.
  public static let pdfAbsence: Comment =
    "no Chromium, fonts or reader of PDF: sudo apt-get install chromium fonts-liberation poppler-utils"

  /// Whether the fonts are there too that the kept pictures were drawn with, or must be.
  public static let drawsAlike = isThere && (hasFonts || isRequired)
  /// What a test of pictures says that is skipped.
  public static let fontAbsence: Comment =
    "no Chromium or no Liberation fonts are installed: sudo apt-get install chromium fonts-liberation"

  private static var hasFonts: Bool {
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    let folders = ["/usr/share/fonts", "/usr/local/share/fonts", "\(home)/.local/share/fonts"]
    return folders.contains { folder in
      FileManager.default.enumerator(atPath: folder)?.contains { file in
        (file as? String)?.hasSuffix("LiberationSans-Regular.ttf") == true
      } == true
    }
  }

  private static let isRequired =
    ProcessInfo.processInfo.environment["SHOREWISE_BROWSER_TESTS"] == "required"
}
