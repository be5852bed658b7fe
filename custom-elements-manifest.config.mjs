// @ts-check
/** How custom-elements.json is made from the doc blocks of the public classes; it names the files that the package ships. */
import ts from 'typescript';

const types = resolvedTypes();

/** The values that each field of our classes can have, by `Class.field`, where its type has a name that only we know. */
function resolvedTypes() {
  const { config } = ts.readConfigFile('tsconfig.build.json', ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.endsWith('.element.ts')))
    for (const declaration of file.statements.filter(ts.isClassDeclaration))
      for (const member of declaration.members) {
        const text = literals(checker, checker.getNonNullableType(checker.getTypeAtLocation(member)));
        if (text && member.name) found.set(`${declaration.name?.text}.${member.name.getText()}`, text);
      }
  return found;
}

/** `'list' | 'grid'` for such a union, `readonly ('a' | 'b')[]` for an array of one. @returns {string | undefined} */
function literals(/** @type {ts.TypeChecker} */ checker, /** @type {ts.Type} */ type) {
  if (checker.isArrayType(type)) {
    const [element] = checker.getTypeArguments(/** @type {ts.TypeReference} */ (type));
    const text = element && literals(checker, element);
    return text && `readonly (${text})[]`;
  }
  if (!type.isUnion() || !type.types.every((each) => each.isStringLiteral() || each.isNumberLiteral()))
    return undefined;
  return type.types.map((each) => checker.typeToString(each).replaceAll('"', "'")).join(' | ');
}

/** `src/a/b.ts` → `dist/a/b.js`, wherever a path stands in the manifest. */
function nameShippedFiles(/** @type {any} */ node) {
  for (const [key, value] of Object.entries(node ?? {})) {
    if (typeof value === 'object') nameShippedFiles(value);
    else if (key === 'path' || key === 'module') node[key] = value.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');
  }
}

/** What a manual of an element lists: public members, with the values they take. */
function describe(/** @type {any} */ declaration) {
  const isPublic = (/** @type {any} */ member) => !member.privacy || member.privacy === 'public';
  declaration.members = declaration.members?.filter(isPublic);
  for (const member of declaration.members ?? []) {
    const text = types.get(`${declaration.name}.${member.name}`) ?? member.type?.text.replace(/ \| undefined$/, '');
    if (text && member.kind === 'field') member.type = { text };
    // The analyzer takes what a constructor assigns for a default.
    if (!declaration.customElement && member.default === member.name) delete member.default;
  }
  for (const attribute of declaration.attributes ?? []) {
    const { type } = declaration.members.find((/** @type {any} */ { name }) => name === attribute.fieldName) ?? {};
    // An array is a property's type; as an attribute it is written as words.
    if (type) attribute.type = type.text.startsWith('readonly ') ? { text: 'string' } : type;
  }
}

export default {
  globs: ['src/*/*.element.ts', 'src/*/{paper-feed,paper-card,author-list,subscribe-form}.ts', 'src/shared/events.ts'],
  outdir: '.',
  litelement: true,
  // It would write the folder of the check into package.json.
  packagejson: false,
  plugins: [
    {
      name: 'daily-papers',
      packageLinkPhase(/** @type {any} */ { customElementsManifest }) {
        const { modules } = customElementsManifest;
        modules.sort((/** @type {any} */ a, /** @type {any} */ b) => (a.path < b.path ? -1 : 1));
        for (const { declarations } of modules) declarations.forEach(describe);
        nameShippedFiles(modules);
      },
    },
  ],
};
