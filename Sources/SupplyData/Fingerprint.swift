import TextFiles

extension DatasetSource {
  /// What ``Dataset/sha256`` says, of files that need not be valid: two datasets with equal tables
  /// have it in common, however they came to be.
  public var sha256: String {
    let names = TableSchema.all.map(\.file) + [SettingsReader.file]
    var bytes: [UInt8] = []
    for name in names.sorted() {
      guard let file = files[name] else { continue }
      bytes += "\(name)\n\(file.count)\n".utf8
      bytes += file
    }
    return TextFiles.sha256(of: bytes)
  }
}
