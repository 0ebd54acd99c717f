<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Advice</name>
  <message numerus="yes">
   <source>%n characters too many for one post.</source>
   <translation>
    <numerusform>%n character too many for one post.</numerusform>
    <numerusform>%n characters too many for one post.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pictures have no description. Some people can only hear them.</source>
   <translation>
    <numerusform>%n picture has no description. Some people can only hear it.</numerusform>
    <numerusform>%n pictures have no description. Some people can only hear them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pictures have no description yet.</source>
   <translation>
    <numerusform>%n picture has no description yet.</numerusform>
    <numerusform>%n pictures have no description yet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Signs that X cannot show were left out: %n.</source>
   <translation>
    <numerusform>Signs that X cannot show were left out: %n.</numerusform>
    <numerusform>Signs that X cannot show were left out: %n.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BoardCanvas</name>
  <message numerus="yes">
   <source>Board of %n pictures</source>
   <translation>
    <numerusform>Board of %n picture</numerusform>
    <numerusform>Board of %n pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BoardDialog</name>
  <message numerus="yes">
   <source>%n pictures</source>
   <translation>
    <numerusform>%n picture</numerusform>
    <numerusform>%n pictures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>A board holds {most} pictures. %n left out.</source>
   <translation>
    <numerusform>A board holds {most} pictures. %n was left out.</numerusform>
    <numerusform>A board holds {most} pictures. %n were left out.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CounterRing</name>
  <message numerus="yes">
   <source>%n characters too many</source>
   <translation>
    <numerusform>%n character too many</numerusform>
    <numerusform>%n characters too many</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n characters left</source>
   <translation>
    <numerusform>%n character left</numerusform>
    <numerusform>%n characters left</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Editor</name>
  <message numerus="yes">
   <source>Board of %n pictures</source>
   <translation>
    <numerusform>Board of %n picture</numerusform>
    <numerusform>Board of %n pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message numerus="yes">
   <source>%n new to answer</source>
   <translation>
    <numerusform>%n new to answer</numerusform>
    <numerusform>%n new to answer</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Program</name>
  <message numerus="yes">
   <source>%n need you</source>
   <translation>
    <numerusform>%n needs you</numerusform>
    <numerusform>%n need you</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to answer</source>
   <translation>
    <numerusform>%n to answer</numerusform>
    <numerusform>%n to answer</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Stage</name>
  <message numerus="yes">
   <source>%n pictures: it is full</source>
   <translation>
    <numerusform>%n picture: it is full</numerusform>
    <numerusform>%n pictures: it is full</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Status</name>
  <message numerus="yes">
   <source>Checked %n min ago</source>
   <translation>
    <numerusform>Checked %n min ago</numerusform>
    <numerusform>Checked %n min ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Checked %n h ago</source>
   <translation>
    <numerusform>Checked %n h ago</numerusform>
    <numerusform>Checked %n h ago</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message numerus="yes">
   <source>%n to answer</source>
   <translation>
    <numerusform>%n to answer</numerusform>
    <numerusform>%n to answer</numerusform>
   </translation>
  </message>
 </context>
</TS>
