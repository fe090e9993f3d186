import Foundation
import SupplyData
public import TextFiles
import Wording

extension ReportStyle {
  /// The keys of the file.
  private static let keys = ["title", "logo", "accent"]

  /// Reads a file such as
  ///
  ///     title: Batteries made nearer
  ///     logo: logo.svg
  ///     accent: "#0a5c5c"
  ///
  /// All keys may be absent. `logo` is the path of a PNG, JPEG or SVG file, in the folder of the file or below it.
  ///
  /// - Throws: all that is wrong with it.
  public static func read(from path: String) throws(Faults) -> ReportStyle {
    let bytes: [UInt8]
    do throws(Refusal) {
      bytes = try RegularFile.bytes(at: path)
    } catch {
      throw Faults([
        Fault(
          file: path, cause: error.cause,
          cure: "Name a file with \(enumeration(keys, "and")), each of them optional.")
      ])
    }
    let log = FaultLog()
    let file = YamlFile(name: path, bytes: bytes, log: log, example: "title: …")
    var style = ReportStyle()
    if let fields = file.fields() {
      fields.allow(keys)
      style.title = fields.optionalText("title")
      style.accent = accent(fields)
      style.logo = logo(fields, beside: path)
    }
    guard log.all().isEmpty else { throw Faults(log.all()) }
    return style
  }

  private static func accent(_ fields: YamlFields) -> String? {
    fields.refuseEmpty(
      "accent", "'accent' is empty, for what begins with # is a comment in YAML",
      "Write the colour in quotes: \"#0a5c5c\".")
    guard let text = fields.optionalText("accent") else { return nil }
    guard AccentColour.isColour(text) else {
      fields.refuse(
        "accent", "\(quoted(text)) is no colour", "Write it as '#rrggbb', in quotes: \"#0a5c5c\".")
      return nil
    }
    let contrast = AccentColour(hex: text).contrast
    guard contrast >= AccentColour.leastContrast else {
      fields.refuse(
        "accent",
        """
        the contrast of \(text) with white paper is \(NumberFormat.decimal(contrast, places: 1, rounding: .down)), and text \
        needs \(AccentColour.leastContrast)
        """, "Choose a darker colour.")
      return nil
    }
    return text.lowercased()
  }

  private static func logo(_ fields: YamlFields, beside path: String) -> String? {
    guard let text = fields.optionalText("logo") else { return nil }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let place = URL(fileURLWithPath: text, relativeTo: folder)
    guard FileManager.default.fileExists(atPath: place.path) else {
      fields.refuse(
        "logo", "there is no file \(quoted(text)) that can be read",
        "Write the path of a PNG, JPEG or SVG file in the folder of \(file), or below it.")
      return nil
    }
    let bytes: [UInt8]
    do throws(Refusal) {
      bytes = try RegularFile.bytes(
        at: place.path, in: folder.path, most: LogoPicture.mostBytes, tooLarge: LogoPicture.tooLarge
      )
    } catch {
      fields.refuse("logo", "\(quoted(text)): \(error.cause)", error.cure)
      return nil
    }
    do {
      return try LogoPicture.address(of: bytes)
    } catch {
      fields.refuse("logo", error.cause, error.cure)
      return nil
    }
  }
}
