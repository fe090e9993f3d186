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
    "no Chromium or no reader of PDF is installed: sudo apt-get install chromium poppler-utils"

  private static let isRequired =
    ProcessInfo.processInfo.environment["SHOREWISE_BROWSER_TESTS"] == "required"
}
