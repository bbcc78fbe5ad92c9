/// What a client says of itself.
struct ClientAbilities {
  var encoding = PositionEncoding.utf16
  /// Whether a hover may be Markdown.
  var readsMarkdown = true
  /// Whether edits may name the version they are about.
  var takesDocumentChanges = false
  /// Whether code actions may be more than commands.
  var takesCodeActions = false
  /// Whether files can be watched for us.
  var watchesFiles = false
  var wishes = EditorWishes()

  mutating func take(initialize parameters: JSON) {
    let abilities = parameters["capabilities"]
    encoding = PositionEncoding(
      offered: abilities["general"]["positionEncodings"].values.compactMap(\.text))
    let forms = abilities["textDocument"]["hover"]["contentFormat"].values.compactMap(\.text)
    readsMarkdown = forms.isEmpty || forms.contains("markdown")
    takesDocumentChanges = abilities["workspace"]["workspaceEdit"]["documentChanges"].flag == true
    takesCodeActions = abilities["textDocument"]["codeAction"]["codeActionLiteralSupport"].isObject
    watchesFiles =
      abilities["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"].flag == true
    wishes.locale = parameters["locale"].text
    let folder = parameters["workspaceFolders"][0]["uri"].text ?? parameters["rootUri"].text
    wishes.root = folder.flatMap(DocumentURI.path) ?? parameters["rootPath"].text
    take(settings: parameters["initializationOptions"])
  }

  /// Settings come bare or under the name of the server.
  mutating func take(settings: JSON) {
    let own = settings["zhubi"].isObject ? settings["zhubi"] : settings
    guard own.isObject else { return }
    wishes.language = own["language"].text
    wishes.profile = own["profile"].text
  }
}
